FROM alpine:3.23
CMD [ "sh" , "-c", "echo hi there" ]
