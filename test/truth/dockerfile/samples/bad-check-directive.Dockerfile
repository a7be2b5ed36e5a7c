# check=foo
FROM alpine:3.23
