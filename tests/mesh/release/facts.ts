/** Facts of a recorded state folder that a test cannot read in its databases. */
export interface ReleaseFacts {
	/** Origin of the recorded mesh. */
	url: string;
	/** Files of the folder, by the names of their dumps. */
	files: Record<string, string>;
	/** The invented values of `secrets.json`. */
	secrets: Record<string, string>;
	owner: { email: string; password: string };
	apiKey: string;
	campaign: { id: string; audience: string[] };
}
