FROM alpine:3.23 AS Build
RUN true
FROM build
COPY --from=BUILD /a /b
COPY --from=0 /a /b
