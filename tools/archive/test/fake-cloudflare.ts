import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { applyMigrations, migrations } from "./memory-store.ts";

export interface FakeCloudflare {
	url: string;
	database: () => DatabaseSync;
	files: Map<string, { bytes: Buffer; contentType: string | undefined }>;
	workers: string[];
	requests: string[];
	/** A status that replaces the answer, after the effect or without it. */
	fault: (request: string, body: string) => { status: number; isDone: boolean } | undefined;
	close(): Promise<void>;
}

interface ApiRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: Buffer;
	contentType: string | undefined;
}

/** Cloudflare's REST API as wrangler 4.156 and the reference know it: D1 queries, Time Travel, R2 files. */
export async function startFakeCloudflare(names: readonly string[]): Promise<FakeCloudflare> {
	let database = new DatabaseSync(":memory:");
	applyMigrations(database, migrations);
	const bookmarks: Buffer[] = [];
	const files: FakeCloudflare["files"] = new Map();
	const fake: FakeCloudflare = {
		url: "",
		database: () => database,
		files,
		workers: ["acme-test-voice"],
		requests: [],
		fault: () => undefined,
		close: () => new Promise((closed) => server.close(() => closed())),
	};

	function answer({ method, path, query, body, contentType }: ApiRequest) {
		if (path === "/accounts") return [{ id: "acc_1" }];
		const resource = path.replace(/^\/accounts\/acc_1/, "");
		if (resource === "/workers/scripts") return fake.workers.map((id) => ({ id }));
		if (resource === "/d1/database") {
			return names
				.filter((name) => name.includes(query.get("name") ?? ""))
				.map((name) => ({ name, uuid: "db_1" }));
		}
		if (resource === "/d1/database/db_1/query") {
			const { sql, params } = JSON.parse(body.toString()) as {
				sql: string;
				params: (string | number | null)[];
			};
			return [{ results: database.prepare(sql).all(...params), success: true, meta: {} }];
		}
		if (resource === "/d1/database/db_1/time_travel/bookmark") {
			bookmarks.push(dump(database));
			return { bookmark: `bookmark-${bookmarks.length - 1}` };
		}
		if (resource === "/d1/database/db_1/time_travel/restore" && method === "POST") {
			database = load(bookmarks[Number(query.get("bookmark")?.split("-")[1])]);
			return { bookmark: "now" };
		}
		const [, bucket, key] = /^\/r2\/buckets\/([^/]+)\/objects\/(.+)$/.exec(resource) ?? [];
		const file = `${bucket} ${decodeURIComponent(key ?? "")}`;
		if (method === "PUT") {
			files.set(file, { bytes: body, contentType });
			return {};
		}
		return files.get(file) ?? null;
	}

	const server = createServer(async (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? "", "http://fake");
		const name = `${request.method} ${pathname.replace("/accounts/acc_1", "")}`;
		const body = await readBody(request);
		fake.requests.push(name);
		const reply = (status: number, value: unknown) => {
			response.writeHead(status, { "content-type": "application/json" });
			response.end(JSON.stringify({ success: status === 200, errors: [], messages: [], result: value }));
		};
		if (request.headers.authorization !== "Bearer good-token") return reply(401, null);
		const fault = fake.fault(name, body.toString());
		if (fault && !fault.isDone) return reply(fault.status, null);
		try {
			const value = answer({
				method: request.method ?? "GET",
				path: pathname,
				query: searchParams,
				body,
				contentType: request.headers["content-type"],
			});
			if (fault) return reply(fault.status, null);
			if (value === null) return reply(404, null);
			if (!("bytes" in value)) return reply(200, value);
			response.writeHead(200, { "content-type": value.contentType ?? "application/octet-stream" });
			response.end(value.bytes);
		} catch (error) {
			reply(400, (error as Error).message);
		}
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return fake;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

function dump(database: DatabaseSync): Buffer {
	return Buffer.from(database.serialize());
}

function load(bytes: Buffer | undefined): DatabaseSync {
	const database = new DatabaseSync(":memory:");
	if (bytes) database.deserialize(bytes);
	return database;
}
