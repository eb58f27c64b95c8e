/** A run that died is followed by one with the next number. */
export interface ProvisioningRun {
	extensionId: string;
	run: number;
}

/** The Workflow's id. An id is given once: a run that is started twice happens once. */
export function instanceIdOf({ extensionId, run }: ProvisioningRun): string {
	return `${extensionId}-${run}`;
}
