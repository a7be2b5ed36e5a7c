FROM alpine:3.23 build
