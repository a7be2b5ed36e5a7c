/** Templates and public halves: never a secret, whatever else their name says. Names are in lower case. */
export const harmlessFiles: readonly RegExp[] = [
  /[._-](example|sample|template|tmpl|tpl|dist|default|defaults|schema|ci|test|testing|md|pub)$/,
  /(^|[._-])(example|sample|template)([._-]|$)/,
  // Encrypted by dotenv-vault.
  /^\.env\.vault$/,
  /(^|[._-])(public|pubkey|pub)([._-]|$)/,
  /^(?!.*\.key$)(.*[._-])?(ca|cacerts?|certs?|chain|fullchain|bundle|root|dhparams?|trust)([._-]|$)/,
  /(^|[._-])(gpg|pgp|archive|release|repo|apt|signing|keyring)([._-]|$)/,
];

/** The last part of a path, or its last two. */
export const secretFiles: readonly RegExp[] = [
  /^\.env(\.\w+)*(\.local)?$/,
  /^\.env\*$/,
  /^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/,
  /(^|[._-])(private|privkey|priv)([._-]?key)?\.(pem|key|der)$/,
  /\.(p12|pfx|ppk|kdbx)$/,
  /^\.(netrc|pypirc|pgpass|git-credentials|vault-token|dockercfg|dockerconfigjson|htpasswd|my\.cnf|boto|s3cfg)$/,
  /^_netrc$/,
  /^\.(aws|ssh|gnupg|kube|azure)$/,
  /^\.aws\/credentials$/,
  /^\.docker\/config\.json$/,
  /^\.kube\/config$/,
  /^kubeconfig(\.ya?ml)?$/,
  /^(gcp|gcloud|google|firebase)?[._-]?(service[._-]?account|serviceaccount)([._-]?(key|credentials?))?[\w.-]*\.json$/,
  /^(gcp|gcloud|google|application[._-]default)?[._-]?credentials\.json$/,
  /^(terraform\.tfstate|.*\.tfstate)(\.backup)?$/,
  /^config\/master\.key$/,
  /^(tls|server|ssl|client|host|private|master)\.key$/,
];

/** Often a secret, but also the name of harmless files. */
export const possiblySecretFiles: readonly RegExp[] = [
  /\.(pem|key|jks|keystore)$/,
  /^\.npmrc$/,
  /^secrets?\.(ya?ml|json|toml|env|txt|ini)$/,
  /\.tfvars$/,
  /^\.envrc$/,
  /^(gcp|gcloud|google|firebase)[._-]?(\w+[._-])?key\.json$/,
  /^credentials$/,
];
