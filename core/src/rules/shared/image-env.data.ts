import type { ImagePattern } from './images.data.ts';

/** The variables that well-known images set, for those who have no engine to ask. */
export const imageVariables: readonly (ImagePattern & { readonly variables: string })[] = [
  { name: /^node$/, variables: 'NODE_VERSION YARN_VERSION' },
  { name: /^golang$/, variables: 'GOLANG_VERSION GOPATH GOTOOLCHAIN' },
  {
    name: /^python$/,
    variables:
      'PYTHON_VERSION PYTHON_SHA256 LANG GPG_KEY PYTHON_PIP_VERSION PYTHON_SETUPTOOLS_VERSION PYTHON_GET_PIP_URL PYTHON_GET_PIP_SHA256',
  },
  { name: /^pypy$/, variables: 'PYPY_VERSION PYTHON_VERSION LANG' },
  {
    name: /^ruby$/,
    variables: 'RUBY_VERSION RUBY_DOWNLOAD_SHA256 GEM_HOME BUNDLE_APP_CONFIG BUNDLE_SILENCE_ROOT_WARNING LANG',
  },
  { name: /^jruby$/, variables: 'JRUBY_VERSION JRUBY_SHA256 GEM_HOME BUNDLE_APP_CONFIG JAVA_HOME' },
  {
    name: /^(php|wordpress|drupal|nextcloud|joomla|matomo|composer|phpmyadmin)$/,
    variables:
      'PHP_VERSION PHP_INI_DIR PHP_CFLAGS PHP_CPPFLAGS PHP_LDFLAGS PHPIZE_DEPS PHP_URL PHP_ASC_URL PHP_SHA256 GPG_KEYS APACHE_CONFDIR APACHE_ENVVARS COMPOSER_VERSION COMPOSER_HOME',
  },
  { name: /^rust$/, variables: 'RUST_VERSION RUSTUP_HOME CARGO_HOME' },
  {
    name: /^(eclipse-temurin|openjdk|amazoncorretto|ibmjava|sapmachine|ibm-semeru-runtimes|adoptopenjdk)$/,
    variables: 'JAVA_HOME JAVA_VERSION LANG LANGUAGE LC_ALL',
  },
  { name: /^maven$/, variables: 'MAVEN_HOME MAVEN_CONFIG MAVEN_VERSION JAVA_HOME JAVA_VERSION LANG' },
  { name: /^gradle$/, variables: 'GRADLE_HOME GRADLE_VERSION JAVA_HOME JAVA_VERSION LANG' },
  {
    name: /^(tomcat|tomee|jetty)$/,
    variables:
      'CATALINA_HOME TOMCAT_VERSION TOMCAT_MAJOR TOMCAT_NATIVE_LIBDIR LD_LIBRARY_PATH JETTY_HOME JETTY_BASE JETTY_VERSION JAVA_HOME JAVA_VERSION',
  },
  { name: /^(erlang|elixir)$/, variables: 'OTP_VERSION REBAR3_VERSION ELIXIR_VERSION LANG' },
  {
    name: /^(postgres|postgis\/postgis|pgvector\/pgvector)$/,
    variables: 'PG_MAJOR PG_VERSION PGDATA GOSU_VERSION LANG POSTGIS_MAJOR POSTGIS_VERSION',
  },
  {
    name: /^(mysql|mariadb|percona)$/,
    variables: 'MYSQL_MAJOR MYSQL_VERSION MYSQL_SHELL_VERSION MARIADB_VERSION GOSU_VERSION LANG',
  },
  { name: /^mongo$/, variables: 'MONGO_VERSION MONGO_MAJOR MONGO_PACKAGE MONGO_REPO GOSU_VERSION JSYAML_VERSION HOME' },
  {
    name: /^(redis|rabbitmq|memcached|cassandra)$/,
    variables:
      'REDIS_VERSION REDIS_DOWNLOAD_URL RABBITMQ_VERSION RABBITMQ_HOME RABBITMQ_DATA_DIR MEMCACHED_VERSION CASSANDRA_HOME CASSANDRA_CONF CASSANDRA_VERSION GOSU_VERSION HOME LANG LC_ALL LANGUAGE',
  },
  { name: /^nginx$/, variables: 'NGINX_VERSION NJS_VERSION NJS_RELEASE PKG_RELEASE DYNPKG_RELEASE' },
  { name: /^httpd$/, variables: 'HTTPD_PREFIX HTTPD_VERSION HTTPD_SHA256 HTTPD_PATCHES' },
  {
    name: /^mcr\.microsoft\.com\/dotnet\//,
    variables:
      'DOTNET_VERSION ASPNET_VERSION DOTNET_SDK_VERSION DOTNET_RUNNING_IN_CONTAINER ASPNETCORE_HTTP_PORTS ASPNETCORE_URLS APP_UID NUGET_XMLDOC_MODE POWERSHELL_DISTRIBUTION_CHANNEL DOTNET_USE_POLLING_FILE_WATCHER',
  },
  {
    name: /^jenkins\//,
    variables: 'JENKINS_HOME JENKINS_VERSION JENKINS_UC REF COPY_REFERENCE_FILE_LOG JAVA_HOME LANG AGENT_WORKDIR',
  },
  {
    name: /(^|\/)jupyter\//,
    variables: 'CONDA_DIR SHELL NB_USER NB_UID NB_GID HOME LANG LC_ALL LANGUAGE DEBIAN_FRONTEND',
  },
  {
    name: /^nvidia\/cuda$|nvcr\.io\//,
    variables:
      'CUDA_VERSION LD_LIBRARY_PATH LIBRARY_PATH NVARCH NVIDIA_VISIBLE_DEVICES NVIDIA_DRIVER_CAPABILITIES NCCL_VERSION NV_CUDNN_VERSION NV_CUDA_LIB_VERSION',
  },
  {
    name: /^(public\.ecr\.aws\/lambda\/|amazon\/aws-lambda-)/,
    variables: 'LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR LD_LIBRARY_PATH LANG TZ',
  },
  {
    name: /^(continuumio|mambaorg|condaforge)\//,
    variables: 'LANG LC_ALL CONDA_DIR MAMBA_ROOT_PREFIX MAMBA_EXE MAMBA_USER HOME',
  },
  { name: /^(cimg|circleci)\//, variables: 'HOME LANG LANGUAGE LC_ALL TERM TZ' },
  {
    name: /^(perl|haskell|julia|swift|dart|denoland\/deno|oven\/bun)$/,
    variables: 'PERL_VERSION JULIA_PATH JULIA_GPG JULIA_VERSION DART_SDK DENO_DIR DENO_VERSION LANG',
  },
  {
    name: /^(solr|zookeeper|kafka|elasticsearch|kibana|logstash|odoo|ghost|influxdb|neo4j)$/,
    variables:
      'SOLR_VERSION SOLR_HOME SOLR_USER SOLR_UID ZOO_CONF_DIR ZOO_DATA_DIR ELASTIC_CONTAINER ODOO_VERSION ODOO_RC GHOST_VERSION GHOST_INSTALL GHOST_CONTENT GHOST_CLI_VERSION NODE_ENV NEO4J_HOME JAVA_HOME LANG INFLUXDB_VERSION',
  },
];
