FROM alpine:3.23
RUN --security=insecure true
