FROM alpine:3.23
RUN true
RUM true
