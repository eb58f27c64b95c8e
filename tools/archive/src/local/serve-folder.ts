import { applyMigrations } from "@cloudpbx/local/apply-migrations";
import { readMeshWorkers } from "@cloudpbx/local/mesh-workers";
import { migrationsFolder } from "@cloudpbx/local/repository-root";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { BucketName, Row, Store, Value } from "../store.ts";

const bucketBindings: Record<BucketName, string> = { voicemail: "VOICEMAIL_AUDIO", media: "MESSAGE_MEDIA" };

/** One JSON text an answer: Miniflare's own bindings cost a message for every value. */
const script = `
export default {
	async fetch(request, env) {
		try {
			const url = new URL(request.url);
			if (url.pathname === "/query") {
				const { sql, params } = await request.json();
				const { results } = await env.DB.prepare(sql).bind(...params).all();
				return Response.json(results);
			}
			const bucket = env[url.searchParams.get("bucket")];
			const key = url.searchParams.get("key");
			if (request.method === "PUT") {
				const contentType = request.headers.get("content-type") ?? undefined;
				await bucket.put(key, await request.arrayBuffer(), { httpMetadata: { contentType } });
				return new Response();
			}
			const object = await bucket.get(key);
			if (!object) return new Response(null, { status: 404 });
			const contentType = object.httpMetadata?.contentType;
			return new Response(object.body, { headers: contentType ? { "content-type": contentType } : {} });
		} catch (error) {
			return new Response(error.message, { status: 500 });
		}
	},
};`;

/** Database and buckets by Miniflare's names, from wrangler. */
interface StorageOptions {
	name: string;
	compatibilityDate?: string;
	d1Databases?: Record<string, { id: string }>;
	r2Buckets?: Record<string, { id: string }>;
}

export interface ServedFolder {
	store: Store;
	/** Applies migrations, as `npm start` does. */
	migrate(isWanted?: (name: string) => boolean): Promise<void>;
	close(): Promise<void>;
}

/** Opens a folder in Miniflare's layout through the platform's interfaces, exclusively. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
	const workers: StorageOptions[] = await readMeshWorkers({});
	const admin = workers.find(({ name }) => name === "cloudpbx-admin");
	const worker = {
		name: "cloudpbx-archive",
		modules: true as const,
		script,
		compatibilityDate: admin?.compatibilityDate,
		d1Databases: admin?.d1Databases,
		r2Buckets: admin?.r2Buckets,
	};
	const converted = convertV4MiniflareOptions({ workers: [worker], host: "127.0.0.1", port: 0, cf: false });
	const miniflare = new Miniflare({
		...converted,
		resourcePersistencePath: folder,
		log: new Log(LogLevel.NONE),
	});
	await miniflare.ready;

	const ask = async (path: string, init: RequestInit = {}) => {
		const response = await miniflare.dispatchFetch(`http://archive${path}`, init as never);
		if (response.status === 500) throw new Error(await response.text());
		return response;
	};
	const post = (path: string, body: unknown) => ask(path, { method: "POST", body: JSON.stringify(body) });
	const pathOf = (bucket: BucketName, key: string) =>
		`/object?${new URLSearchParams({ bucket: bucketBindings[bucket], key })}`;

	const store: Store = {
		async query<Result extends Row>(sql: string, params: readonly Value[] = []) {
			return (await (await post("/query", { sql, params })).json()) as Result[];
		},
		async getObject(bucket, key) {
			const response = await ask(pathOf(bucket, key));
			if (response.status === 404) return null;
			const bytes = new Uint8Array(await response.arrayBuffer());
			return { bytes, contentType: response.headers.get("content-type") };
		},
		async putObject(bucket, key, { bytes, contentType }) {
			const headers: Record<string, string> = contentType === null ? {} : { "content-type": contentType };
			await ask(pathOf(bucket, key), { method: "PUT", body: Buffer.from(bytes), headers });
		},
	};
	return {
		store,
		migrate: async (isWanted) => {
			const database = await miniflare.getD1Database("DB", worker.name);
			await applyMigrations(database, migrationsFolder, isWanted);
		},
		close: () => miniflare.dispose(),
	};
}
