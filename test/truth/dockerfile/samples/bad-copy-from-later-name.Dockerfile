FROM alpine:3.23 AS x
COPY --from=y a b
FROM alpine:3.23 AS y
