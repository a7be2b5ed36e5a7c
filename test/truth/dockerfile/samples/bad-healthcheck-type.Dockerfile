FROM alpine:3.23
HEALTHCHECK curl x
