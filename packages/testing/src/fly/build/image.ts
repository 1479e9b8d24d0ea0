/** A folder or file of this computer that is shown at a place inside the machine. */
export interface ImageMount {
  readonly source: string;
  readonly target: string;
}

/** A built image: what a registry would hold. */
export interface Image {
  /** "sha256:…" over the Dockerfile, the arguments it declares and the context files it copies. */
  readonly digest: string;
  readonly createdAt: string;
  readonly sizeBytes: number;
  readonly env: Readonly<Record<string, string>>;
  readonly loopbackEnv: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** "uid:gid" */
  readonly user: string;
  readonly workdir: string;
  /** Copied on top of the mounts when a machine boots. */
  readonly folder: string;
  readonly mounts: readonly ImageMount[];
  readonly labels: Readonly<Record<string, string>>;
}
