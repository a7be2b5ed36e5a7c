FROM alpine:3.23
COPY --from=$X a b
