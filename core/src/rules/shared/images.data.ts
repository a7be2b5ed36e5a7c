/** An image by its name without Docker Hub's prefix, and perhaps only some of its tags. */
export interface ImagePattern {
  readonly name: RegExp;
  readonly tag?: RegExp;
}

/** Published with a `USER` that is not root. */
export const unprivilegedImages: readonly ImagePattern[] = [
  { name: /^gcr\.io\/distroless\//, tag: /nonroot/ },
  { name: /^cgr\.dev\/(?!chainguard\/(wolfi|chainguard)-base$)/ },
  { name: /^chainguard\/(?!(wolfi|chainguard)-base$)/ },
  { name: /^dhi\.io\// },
  { name: /^(docker\.io\/)?bitnami(legacy|secure)?\// },
  { name: /-(unprivileged|nonroot|rootless)$/ },
  { name: /./, tag: /(^|-)(nonroot|unprivileged|rootless|chiseled(-\w+)*)(-|$)/ },
  {
    name: /^registry\.access\.redhat\.com\/(ubi|rhel)\d+\/(nodejs|python|ruby|php|perl|go-toolset|openjdk|httpd|nginx)-/,
  },
  { name: /^(quay\.io\/)?jupyter\// },
  { name: /^(apache\/airflow|apache\/superset|apache\/kafka|apache\/zeppelin)$/ },
  { name: /^(grafana\/(grafana|k6|loki|tempo)|(quay\.io\/)?prom(etheus)?\/(?!busybox|golang)[\w-]+)$/ },
  { name: /^(jenkins\/(jenkins|agent|inbound-agent)|sonarqube|sonatype\/nexus3?)$/ },
  { name: /^(elasticsearch|kibana|logstash|docker\.elastic\.co\/.+|opensearchproject\/.+)$/ },
  { name: /^(quay\.io\/keycloak\/keycloak|keycloak\/keycloak|curlimages\/curl|haproxy|memcached|varnish|solr)$/ },
  { name: /^(cimg\/.+|gitpod\/.+|selenium\/.+|ghcr\.io\/puppeteer\/puppeteer|mambaorg\/micromamba)$/ },
  { name: /^mcr\.microsoft\.com\/mssql\/server$/ },
  // The platform runs these as a user of its own and ignores USER.
  { name: /^(public\.ecr\.aws\/lambda\/|amazon\/aws-lambda-)/ },
];

/** Started as root by design; their own entrypoint then runs the service as another user. */
export const privilegeDroppingImages: readonly ImagePattern[] = [
  { name: /^(postgres|postgis\/postgis|timescale\/timescaledb(-ha)?|pgvector\/pgvector|mysql|mariadb|percona)$/ },
  { name: /^(mongo|redis|valkey\/valkey|rabbitmq|cassandra|couchdb|neo4j|influxdb|ghost|zookeeper|clickhouse\/.+)$/ },
];

/** Official images that come with an ordinary user, ready to be named in USER. */
export const imageUsers: Readonly<Record<string, string>> = {
  node: 'node',
  'denoland/deno': 'deno',
  'oven/bun': 'bun',
};
