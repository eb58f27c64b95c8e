/** What a test has to know of a recorded state folder and cannot read in its databases. */
export interface ReleaseFacts {
	/** Origin of the mesh that was recorded. */
	url: string;
	/** Files of the folder, by the names of their dumps. */
	files: Record<string, string>;
	/** Of `secrets.json`: made up, they open nothing. */
	secrets: Record<string, string>;
	owner: { email: string; password: string };
	/** A key that the owner made for a program. */
	apiKey: string;
	campaign: { id: string; audience: string[] };
}
