FROM alpine:3.23
ENV a=b c
