FROM alpine:3.23
RUN echo \
  x