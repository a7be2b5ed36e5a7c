FROM alpine:3.23
ARG --x a
