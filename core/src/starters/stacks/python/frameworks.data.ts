export interface PythonFramework {
  readonly id: 'django' | 'fastapi' | 'flask' | 'streamlit';
  readonly packages: readonly string[];
  readonly port: number;
}

/** In order of precedence. Ports are the frameworks' own defaults; the start command sets them. */
export const pythonFrameworks: readonly PythonFramework[] = [
  { id: 'django', packages: ['django'], port: 8000 },
  { id: 'fastapi', packages: ['fastapi'], port: 8000 },
  { id: 'flask', packages: ['flask'], port: 5000 },
  { id: 'streamlit', packages: ['streamlit'], port: 8501 },
];

/** Packages whose wheels leave the client library of PostgreSQL to the system. */
export const needsLibpq: readonly string[] = ['psycopg2', 'psycopg'];
