FROM alpine:3.23
ENV PATHS=/one:\
/two
RUN echo $PATHS
