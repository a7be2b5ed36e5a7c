FROM alpine:3.23
ENV A
