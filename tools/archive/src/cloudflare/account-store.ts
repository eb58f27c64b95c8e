import { ArchiveError } from "../archive-error.ts";
import type { BucketName, Row, Store, Value } from "../store.ts";
import type { Access } from "./get-access.ts";

const workers = ["voice", "messaging", "campaigns", "provisioning", "admin"];

const waitsSeconds = [1, 2, 4, 8, 16];

export interface AccountStore extends Store {
	hasWorkers(): Promise<boolean>;
	readBookmark(): Promise<string>;
	goBackTo(bookmark: string): Promise<void>;
}

export interface AccountStoreOptions {
	sleep?: (seconds: number) => Promise<void>;
}

/**
 * An installation in a Cloudflare account, by REST: database `PREFIX`, buckets `PREFIX-voicemail` and
 * `PREFIX-media`. Never D1's own export: it refuses search indexes and may leave the database locked.
 */
export async function openAccountStore(
	{ apiUrl, accountId, token }: Access,
	prefix: string,
	{
		sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
	}: AccountStoreOptions = {},
): Promise<AccountStore> {
	const base = `${apiUrl}/accounts/${accountId}`;

	async function send(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = { ...init.headers, authorization: `Bearer ${token}` };
		for (const wait of [...waitsSeconds, null]) {
			const response = await fetch(`${base}${path}`, { ...init, headers }).catch((error: Error) => error);
			const isPassing = response instanceof Error || response.status === 429 || response.status >= 500;
			if (wait === null || !isPassing) {
				if (response instanceof Error)
					throw new ArchiveError(`Cloudflare cannot be reached: ${response.message}.`);
				return response;
			}
			await sleep(wait);
		}
		throw new Error("unreachable");
	}

	async function ask<Result>(path: string, init: RequestInit = {}): Promise<Result> {
		const response = await send(path, init);
		const text = await response.text();
		if (response.ok) return (JSON.parse(text) as { result: Result }).result;
		throw new Error(`Cloudflare refused ${path}: ${response.status} ${text.slice(0, 500)}`);
	}

	const databases = await ask<{ uuid: string; name: string }[]>(`/d1/database?name=${prefix}`);
	const database = databases.find(({ name }) => name === prefix);
	if (!database) {
		throw new ArchiveError(
			`There is no database ${prefix} in the account: run npm run setup first, or name another prefix.`,
		);
	}
	const databasePath = `/d1/database/${database.uuid}`;
	const objectPath = (bucket: BucketName, key: string) =>
		`/r2/buckets/${prefix}-${bucket}/objects/${key.split("/").map(encodeURIComponent).join("/")}`;

	return {
		async query<Result extends Row>(sql: string, params: readonly Value[] = []) {
			const body = JSON.stringify({ sql, params });
			const headers = { "content-type": "application/json" };
			const [answer] = await ask<{ results: Result[] }[]>(`${databasePath}/query`, {
				method: "POST",
				body,
				headers,
			});
			return answer?.results ?? [];
		},
		async getObject(bucket, key) {
			const response = await send(objectPath(bucket, key));
			if (response.status === 404) return null;
			if (!response.ok) throw new Error(`Cloudflare refused the file ${key}: ${response.status}`);
			const bytes = new Uint8Array(await response.arrayBuffer());
			return { bytes, contentType: response.headers.get("content-type") };
		},
		async putObject(bucket, key, { bytes, contentType }) {
			const headers: Record<string, string> = contentType === null ? {} : { "content-type": contentType };
			await ask(objectPath(bucket, key), { method: "PUT", body: Buffer.from(bytes), headers });
		},
		async hasWorkers() {
			const scripts = await ask<{ id: string }[]>("/workers/scripts");
			return scripts.some(({ id }) => workers.some((name) => id === `${prefix}-${name}`));
		},
		async readBookmark() {
			const { bookmark } = await ask<{ bookmark: string }>(`${databasePath}/time_travel/bookmark`);
			return bookmark;
		},
		async goBackTo(bookmark) {
			const query = new URLSearchParams({ bookmark });
			await ask(`${databasePath}/time_travel/restore?${query}`, { method: "POST" });
		},
	};
}
