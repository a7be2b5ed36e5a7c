// Stands in for packages that dockerode requires at its top but that Drydock never reaches: its ssh client (the docker
// command speaks ssh for us) and BuildKit sessions over gRPC (they bring native addons and read .proto files).
module.exports = {};
