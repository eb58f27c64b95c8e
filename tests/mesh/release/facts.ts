export interface ReleaseFacts {
	url: string;
	/** Files of the folder, by the names of their dumps. */
	files: Record<string, string>;
	/** The invented values of `secrets.json`. */
	secrets: Record<string, string>;
	owner: { email: string; password: string };
	apiKey: string;
	campaign: { id: string; audience: string[] };
}
