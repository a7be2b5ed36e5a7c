FROM alpine:3.23
ARG =1
