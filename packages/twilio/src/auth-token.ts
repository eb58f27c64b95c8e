/** Twilio's tokens have 32 characters; a shorter one could be guessed. */
const authTokenCharactersMin = 16;

/** Why the token cannot verify webhooks, in words for the installer; null: it can. */
export function explainAuthToken(authToken: string | undefined): string | null {
	const characters = authToken?.trim().length ?? 0;
	if (characters >= authTokenCharactersMin) return null;
	return characters === 0
		? "TWILIO_AUTH_TOKEN is not set: every call and text is refused until it is."
		: `TWILIO_AUTH_TOKEN has ${characters} characters, Twilio's has 32: every call and text is refused until it is set anew.`;
}
