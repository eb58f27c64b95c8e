import { Obstacle } from "./plan/step.ts";

/** Reads Cloudflare's REST API and queries D1; wrangler makes and removes things. */
export interface Cloudflare {
	/** Null when there is no such thing. */
	get<Result>(path: string): Promise<Result | null>;
	list<Item>(path: string): Promise<Item[]>;
	query<Row>(databasePath: string, sql: string, params?: (string | number)[]): Promise<Row[]>;
}

interface Envelope<Result> {
	success: boolean;
	result: Result;
	errors?: { code: number; message: string }[];
	result_info?: { total_pages?: number; cursor?: string };
}

const pagesMax = 50;

/** `CLOUDFLARE_API_BASE_URL` is wrangler's own name for it. */
const defaultAddress = "https://api.cloudflare.com/client/v4";

export function openCloudflare(loadToken: () => Promise<string>): Cloudflare {
	const address = process.env.CLOUDFLARE_API_BASE_URL || defaultAddress;
	let token: Promise<string> | null = null;
	const request = async <Result>(path: string, init: RequestInit = {}) => {
		token ??= loadToken();
		const response = await fetch(`${address}${path}`, {
			...init,
			headers: { authorization: `Bearer ${await token}`, "content-type": "application/json" },
			signal: AbortSignal.timeout(30_000),
		}).catch((error: Error) => {
			throw new Obstacle(`Cloudflare cannot be reached (${error.message}).`, "Check the network.");
		});
		const body = (await response.json().catch(() => null)) as Envelope<Result> | null;
		return { status: response.status, body };
	};
	const get = async <Result>(path: string) => {
		const { status, body } = await request<Result>(path);
		if (status === 404) return null;
		return readResult(path, status, body);
	};
	return {
		get: async <Result>(path: string) => (await get<Result>(path))?.result ?? null,
		list: async <Item>(path: string) => {
			const items: Item[] = [];
			for (let page = 1; page <= pagesMax; page++) {
				const separator = path.includes("?") ? "&" : "?";
				const envelope = await get<Item[] | { buckets: Item[] }>(
					`${path}${separator}page=${page}&per_page=100`,
				);
				if (!envelope) break;
				const { result, result_info } = envelope;
				items.push(...(Array.isArray(result) ? result : result.buckets));
				if (page >= (result_info?.total_pages ?? 1)) break;
			}
			return items;
		},
		query: async <Row>(databasePath: string, sql: string, params: (string | number)[] = []) => {
			const path = `${databasePath}/query`;
			const { status, body } = await request<{ results: Row[] }[]>(path, {
				method: "POST",
				body: JSON.stringify({ sql, params }),
			});
			return readResult(path, status, body).result[0]?.results ?? [];
		},
	};
}

function readResult<Result>(path: string, status: number, body: Envelope<Result> | null): Envelope<Result> {
	if (body?.success) return body;
	const [error] = body?.errors ?? [];
	if (error?.code === 10042) {
		throw new Obstacle(
			"R2 is not switched on in this Cloudflare account.",
			"Switch it on once: dash.cloudflare.com, R2 Object Storage. It costs nothing for the first 10 GB.",
		);
	}
	const what = path.replace(/[0-9a-f]{32}/g, "…").replace(/\?.*/, "");
	const told = error ? `${error.message} [code ${error.code}]` : `status ${status}`;
	throw new CloudflareRefusal(status, `Cloudflare refused ${what}: ${told}.`);
}

export class CloudflareRefusal extends Obstacle {
	readonly status: number;

	constructor(status: number, message: string) {
		super(
			message,
			status === 401 || status === 403
				? "Sign in with `npm run wrangler -- login`, or give CLOUDFLARE_API_TOKEN the rights of docs/install.md."
				: "",
		);
		this.status = status;
	}
}
