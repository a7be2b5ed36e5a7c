FROM alpine:3.23
RUN a && \
  b
RUN <<EOF
FOO
EOF
USER 1
