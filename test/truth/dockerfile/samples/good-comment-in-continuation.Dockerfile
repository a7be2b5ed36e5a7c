FROM alpine:3.23
RUN echo one && \
  # a remark

  echo two
