FROM alpine:3.23
RUN echo it's <<EOF
RUN true
