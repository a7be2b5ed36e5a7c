FROM alpine:3.23
COPY <<EOF /x
abc
RUN true
