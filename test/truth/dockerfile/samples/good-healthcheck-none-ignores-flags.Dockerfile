FROM alpine:3.23
HEALTHCHECK --nothing=1s NONE
