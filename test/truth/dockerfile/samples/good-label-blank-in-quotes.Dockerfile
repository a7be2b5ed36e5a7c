FROM alpine:3.23
LABEL "com.example.a b"="c" ""=d
