import { askAnybody } from "../api/ask.ts";
import { api } from "../api/client.ts";

/** Loads a new document, so that nothing of the page before stays. */
export async function enterWithPassword(email: string, password: string, path: string): Promise<void> {
	await askAnybody(() => api.auth["sign-in"].email.$post({ json: { email, password } }));
	location.replace(path);
}
