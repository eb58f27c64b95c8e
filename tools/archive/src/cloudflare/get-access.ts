import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ArchiveError } from "../archive-error.ts";

export interface Access {
	apiUrl: string;
	accountId: string;
	token: string;
}

/** The account as wrangler finds it: environment, or `wrangler login`. Throws `ArchiveError`. */
export async function getAccess(environment: NodeJS.ProcessEnv = process.env): Promise<Access> {
	const apiUrl = environment.CLOUDFLARE_API_BASE_URL || "https://api.cloudflare.com/client/v4";
	const token = environment.CLOUDFLARE_API_TOKEN || (await askWrangler(environment));
	const accountId = environment.CLOUDFLARE_ACCOUNT_ID || (await findOnlyAccount(apiUrl, token));
	return { apiUrl, accountId, token };
}

async function askWrangler(environment: NodeJS.ProcessEnv): Promise<string> {
	try {
		const { stdout } = await promisify(execFile)("wrangler", ["auth", "token", "--json"], {
			env: environment,
		});
		const { token } = JSON.parse(stdout) as { token?: unknown };
		if (typeof token === "string" && token !== "") return token;
	} catch {
		// Nobody is signed in: thrown below.
	}
	throw new ArchiveError(
		"Nobody is signed in to Cloudflare: run npm run wrangler -- login, or set CLOUDFLARE_API_TOKEN.",
	);
}

async function findOnlyAccount(apiUrl: string, token: string): Promise<string> {
	const response = await fetch(`${apiUrl}/accounts`, { headers: { authorization: `Bearer ${token}` } });
	if (!response.ok) {
		throw new ArchiveError(
			`Cloudflare does not accept the sign-in (${response.status}): run npm run wrangler -- login.`,
		);
	}
	const { result: accounts } = (await response.json()) as { result: { id: string }[] };
	const [account] = accounts;
	if (account && accounts.length === 1) return account.id;
	throw new ArchiveError(
		`This sign-in has ${accounts.length} Cloudflare accounts: name one with CLOUDFLARE_ACCOUNT_ID.`,
	);
}
