FROM alpine:3.23
RUN --mount=from=$X,target=/x true
