FROM alpine:3.23
COPY <<one <<two /etc/
first
one
second
two
RUN true
