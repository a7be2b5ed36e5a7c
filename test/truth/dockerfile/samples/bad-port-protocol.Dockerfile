FROM alpine:3.23
EXPOSE 80/foo
