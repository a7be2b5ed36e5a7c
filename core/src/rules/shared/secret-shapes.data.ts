/** A credential that can be told by its looks. Group 1, or else the whole match, is the secret. */
export interface SecretShape {
  /** Who gives it out; a proper name. */
  readonly service: string;
  /** One of these stands in every text that holds such a credential: looking for it first is what keeps this fast. */
  readonly hints: readonly string[];
  /** Every repetition has an upper bound, so that no text makes it slow. */
  readonly pattern: RegExp;
}

/** Formats as their services publish them. Identifiers that are no secret by themselves are left out. */
export const secretShapes: readonly SecretShape[] = [
  { service: 'AWS', hints: ['AKIA', 'ASIA'], pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/g },
  {
    service: 'AWS',
    hints: ['SECRET_ACCESS_KEY', 'secret_access_key', 'SecretAccessKey'],
    pattern: /secret_?access_?key["']?\s{0,4}[=: ]\s{0,4}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  },
  {
    service: 'GitHub',
    hints: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/g,
  },
  { service: 'GitHub', hints: ['github_pat_'], pattern: /(?<!\w)github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?!\w)/g },
  {
    service: 'GitLab',
    hints: ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glft-'],
    pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|ft)-[\w-]{20,64}/g,
  },
  { service: 'Slack', hints: ['xox', 'xapp-'], pattern: /(?<!\w)(?:xox[abeprs]|xapp)-[0-9][0-9A-Za-z-]{20,250}/g },
  {
    service: 'Slack',
    hints: ['hooks.slack.com/services/'],
    pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,30})/g,
  },
  {
    service: 'Discord',
    hints: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/([\w-]{60,80})/g,
  },
  { service: 'Telegram', hints: [':AA'], pattern: /(?<![\w-])\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  { service: 'npm', hints: ['npm_'], pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g },
  { service: 'PyPI', hints: ['pypi-AgE'], pattern: /(?<!\w)pypi-AgE[\w-]{50,250}/g },
  { service: 'RubyGems', hints: ['rubygems_'], pattern: /(?<!\w)rubygems_[0-9a-f]{48}(?!\w)/g },
  { service: 'Google', hints: ['AIza'], pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/g },
  { service: 'Google', hints: ['ya29.'], pattern: /(?<!\w)ya29\.[\w-]{30,250}/g },
  { service: 'Google', hints: ['GOCSPX-'], pattern: /(?<!\w)GOCSPX-[\w-]{28}(?![\w-])/g },
  {
    service: 'Azure',
    hints: ['AccountKey=', 'SharedAccessKey='],
    pattern: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{43,86}={1,2})/g,
  },
  {
    service: 'DigitalOcean',
    hints: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    pattern: /(?<!\w)do[opr]_v1_[0-9a-f]{64}(?!\w)/g,
  },
  { service: 'Docker Hub', hints: ['dckr_'], pattern: /(?<!\w)dckr_(?:pat|oat)_[\w-]{27,40}(?![\w-])/g },
  { service: 'Stripe', hints: ['k_live_'], pattern: /(?<!\w)[sr]k_live_[0-9A-Za-z]{24,120}(?!\w)/g },
  {
    service: 'Shopify',
    hints: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}(?!\w)/g,
  },
  { service: 'SendGrid', hints: ['SG.'], pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g },
  { service: 'Anthropic', hints: ['sk-ant-'], pattern: /(?<!\w)sk-ant-[\w-]{80,120}/g },
  { service: 'OpenAI', hints: ['sk-'], pattern: /(?<![\w-])sk-(?:proj-|svcacct-)[\w-]{40,200}/g },
  { service: 'OpenAI', hints: ['sk-'], pattern: /(?<![\w-])sk-[A-Za-z0-9]{48}(?![\w-])/g },
  { service: 'Hugging Face', hints: ['hf_'], pattern: /(?<!\w)hf_[A-Za-z]{34}(?!\w)/g },
  { service: 'HashiCorp Vault', hints: ['hvs.', 'hvb.'], pattern: /(?<!\w)hv[sb]\.[\w-]{24,250}/g },
  { service: 'Terraform', hints: ['.atlasv1.'], pattern: /(?<!\w)[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,80}/g },
  { service: 'JFrog', hints: ['AKCp'], pattern: /(?<!\w)AKCp[0-9A-Za-z]{69}(?!\w)/g },
  { service: 'Databricks', hints: ['dapi'], pattern: /(?<!\w)dapi[0-9a-f]{32}(?!\w)/g },
  { service: 'Atlassian', hints: ['ATATT3'], pattern: /(?<!\w)ATATT3[\w=-]{180,250}/g },
  {
    service: 'Grafana',
    hints: ['glsa_', 'glc_'],
    pattern: /(?<!\w)(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[\w+/=]{40,250})/g,
  },
  { service: 'Sentry', hints: ['sntrys_'], pattern: /(?<!\w)sntrys_[\w+/=-]{40,250}/g },
  { service: 'New Relic', hints: ['NRAK-'], pattern: /(?<!\w)NRAK-[A-Z0-9]{27}(?!\w)/g },
  { service: 'Postman', hints: ['PMAK-'], pattern: /(?<!\w)PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?!\w)/g },
  { service: 'Linear', hints: ['lin_api_'], pattern: /(?<!\w)lin_api_[A-Za-z0-9]{40}(?!\w)/g },
  { service: 'age', hints: ['AGE-SECRET-KEY-1'], pattern: /AGE-SECRET-KEY-1[0-9A-Z]{58}(?!\w)/g },
];

/** A key with its body, not the mere mention of the header line. Group 1 is the header. */
export const privateKeyPattern =
  /(-----BEGIN (?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----)(?:\s|\\n|\\r|\\|["']){1,40}(?:[A-Za-z-]{1,20}: [^\n]{0,80}\s{1,4}){0,4}[A-Za-z0-9+/=]{40}/g;

/** `scheme://user:password@host`; groups are user, password and host. */
export const addressPattern = /:\/\/([^\s/:@"'`<>{}$]{0,64}):([^\s/@"'`<>{}$*]{6,128})@(\[?[\w.:-]{1,128})/g;

/** `--password word`; groups are the option, a quote and the value. */
export const optionPattern =
  /(?<![\w-])(--(?:password|passwd|passphrase|api-key|apikey|auth-token|access-token|secret-key|client-secret))[= ]{1,4}(["']?)([^\s"'`$<>{}()|;&\\]{6,200})/g;

/** Words by which people mark what is no real secret, and the passwords of every tutorial. */
export const placeholderPattern =
  /example|sample|dummy|placeholder|change_?-?me|change_?-?it|your|my[-_]?(?:pass|secret|token|key|pw)|fake|redacted|replace|insert|todo|secret|passw(?:or)?d|foo|bar|x-oauth|test|hunter2|letmein|qwerty|1234|abcd|xxxx|\.\.\.|…|([\s\S])\1{4}/i;
