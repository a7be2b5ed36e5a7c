FROM alpine:3.23
RUN cat <<<EOF
RUN echo $((1<<2))
