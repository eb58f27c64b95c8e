import { log } from "@cloudpbx/kit/log";
import { decode, verifyWithJwks } from "hono/jwt";

type Jwks = NonNullable<Parameters<typeof verifyWithJwks>[1]["keys"]>;

export interface AccessSettings {
	/** Example: `team.cloudflareaccess.com`; empty when Access is not used. */
	ACCESS_TEAM_DOMAIN: string;
	ACCESS_AUD: string;
}

/** Access may rotate its key at any time; a rotation locks people out for at most this long. */
const keysMilliseconds = 300_000;
/** The keys are fetched once in this time. */
const loadKeys = rememberKeys(fetchKeys);

export function isAccessConfigured(env: AccessSettings): boolean {
	return Boolean(env.ACCESS_TEAM_DOMAIN && env.ACCESS_AUD);
}

/** E-mail address in a valid token; null for an invalid token or without the keys to check it. */
export async function verifyAccessToken(
	token: string,
	env: AccessSettings,
	now: Date,
): Promise<string | null> {
	try {
		const { email } = await verifyWithJwks(token, {
			keys: await loadKeys(env.ACCESS_TEAM_DOMAIN, now),
			allowedAlgorithms: ["RS256"],
			verification: { iss: `https://${env.ACCESS_TEAM_DOMAIN}`, aud: env.ACCESS_AUD },
		});
		return typeof email === "string" && email !== "" ? email : null;
	} catch (error) {
		// The error message would contain the token.
		log.warn("access_token_refused", { reason: error instanceof Error ? error.name : "unknown" });
		return null;
	}
}

/** End of a verified token in milliseconds since 1970; null when it has none. */
export function accessTokenEnd(token: string): number | null {
	const { exp } = decode(token).payload;
	return exp === undefined ? null : exp * 1000;
}

function rememberKeys(fetchOf: (domain: string) => Promise<Jwks>) {
	let known: { domain: string; at: number; keys: Jwks } | null = null;
	return async (domain: string, now: Date): Promise<Jwks> => {
		if (known?.domain === domain && now.getTime() - known.at < keysMilliseconds) return known.keys;
		const keys = await fetchOf(domain);
		known = { domain, at: now.getTime(), keys };
		return keys;
	};
}

async function fetchKeys(domain: string): Promise<Jwks> {
	const response = await fetch(`https://${domain}/cdn-cgi/access/certs`, {
		signal: AbortSignal.timeout(5000),
	});
	if (!response.ok) throw new Error(`The keys of Access could not be fetched: ${response.status}`);
	const { keys } = (await response.json()) as { keys: Jwks };
	return keys;
}
