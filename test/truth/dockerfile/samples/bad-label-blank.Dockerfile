FROM alpine:3.23
LABEL =x
