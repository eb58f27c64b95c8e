import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { changed } from "../state/store.ts";
import { type Refusal, toRefusal } from "./refusal.ts";

/**
 * Something that the server knows. Views `use` it while they draw: what is in the cache is there at once and is read again
 * when it is stale. Its key is its address without `/api/`.
 */
export interface Resource<Data> {
	key: string;
	load(signal: AbortSignal, old: Data | undefined): Promise<Data>;
	/** Whether what was heard makes it stale. */
	hears?(event: LiveEvent): boolean;
}

export interface Snapshot<Data> {
	data: Data | undefined;
	/** Why the last reading failed; `data` may be there all the same. */
	refusal: Refusal | undefined;
	isLoading: boolean;
}

interface Entry<Data> {
	resource: Resource<Data>;
	snapshot: Snapshot<Data>;
	loadedAt: number;
	isStale: boolean;
	reading: { promise: Promise<void>; controller: AbortController } | null;
	/** Counts changes made here, so that an answer from before them does not undo them. */
	version: number;
}

/** What comes back to the page after this time is read again. */
const freshMilliseconds = 30_000;
const entriesMax = 200;

const entries = new Map<string, Entry<unknown>>();
let used = new Set<string>();
let mounted = new Set<string>();

/** For views, while they draw. */
export function use<Data>(resource: Resource<Data>): Snapshot<Data> {
	const entry = entryOf(resource);
	const isNew = !mounted.has(resource.key) && !used.has(resource.key);
	used.add(resource.key);
	const isOld = isNew && Date.now() - entry.loadedAt > freshMilliseconds;
	if (!entry.reading && (entry.isStale || isOld)) void read(entry);
	return entry.snapshot;
}

/** Reads it ahead, if it is not there or stale; ends when it is there or was refused. */
export async function prefetch<Data>(resource: Resource<Data>): Promise<Data | undefined> {
	const entry = entryOf(resource);
	if (entry.isStale) await (entry.reading?.promise ?? read(entry));
	return entry.snapshot.data;
}

/** What is in the cache, without reading it. */
export function peek<Data>(resource: Resource<Data>): Data | undefined {
	return (entries.get(resource.key) as Entry<Data> | undefined)?.snapshot.data;
}

/** Reads it again, whatever is there. */
export async function refresh<Data>(resource: Resource<Data>): Promise<void> {
	const entry = entryOf(resource);
	entry.reading?.controller.abort();
	await read(entry);
}

/** The server has answered with it, or the page knows it better for a moment. */
export function put<Data>(resource: Resource<Data>, data: Data): void {
	const entry = entryOf(resource);
	entry.version++;
	entry.isStale = false;
	entry.loadedAt = Date.now();
	entry.snapshot = { ...entry.snapshot, data, refusal: undefined };
	changed();
}

/**
 * Shows a change before the server has answered. What it gives puts the old data back, unless newer ones have come since.
 * Of what is not in the cache nothing is shown.
 */
export function patch<Data>(resource: Resource<Data>, apply: (data: Data) => Data): () => void {
	const entry = entries.get(resource.key) as Entry<Data> | undefined;
	const before = entry?.snapshot.data;
	if (!entry || before === undefined) return () => undefined;
	put(resource, apply(before));
	const { version } = entry;
	return () => {
		if (entry.version === version) put(resource, before);
		else void refresh(resource);
	};
}

/** What matches is read again: at once where it is on the page, otherwise when it comes back to it. */
export function markStale(matches: (resource: Resource<unknown>) => boolean): void {
	for (const entry of entries.values()) if (matches(entry.resource)) entry.isStale = true;
	changed();
}

/** Another person sits here now. */
export function forgetEverything(): void {
	for (const entry of entries.values()) entry.reading?.controller.abort();
	entries.clear();
	changed();
}

/** After each drawing: what is no longer on the page stops being read, and the oldest of it is forgotten. */
export function endDrawing(): void {
	for (const key of mounted) {
		if (!used.has(key)) entries.get(key)?.reading?.controller.abort();
	}
	mounted = used;
	used = new Set();
	for (const key of entries.keys()) {
		if (entries.size <= entriesMax) break;
		if (!mounted.has(key)) entries.delete(key);
	}
}

function entryOf<Data>(resource: Resource<Data>): Entry<Data> {
	const known = entries.get(resource.key) as Entry<Data> | undefined;
	if (known) return known;
	const entry: Entry<Data> = {
		resource,
		snapshot: { data: undefined, refusal: undefined, isLoading: false },
		loadedAt: Number.POSITIVE_INFINITY,
		isStale: true,
		reading: null,
		version: 0,
	};
	entries.set(resource.key, entry as Entry<unknown>);
	return entry;
}

function read<Data>(entry: Entry<Data>): Promise<void> {
	const controller = new AbortController();
	const promise = readOnce(entry, controller);
	entry.reading = { promise, controller };
	return promise;
}

async function readOnce<Data>(entry: Entry<Data>, controller: AbortController): Promise<void> {
	const { version } = entry;
	entry.isStale = false;
	entry.snapshot = { ...entry.snapshot, isLoading: true };
	changed();
	const end = (snapshot: Partial<Snapshot<Data>>) => {
		if (entry.reading?.controller === controller) entry.reading = null;
		entry.snapshot = { ...entry.snapshot, isLoading: entry.reading !== null, ...snapshot };
		changed();
	};
	try {
		const data = await entry.resource.load(controller.signal, entry.snapshot.data);
		// Changed here meanwhile: the answer may be from before that.
		if (entry.version !== version) {
			entry.isStale = true;
			end({});
			return;
		}
		entry.loadedAt = Date.now();
		end({ data, refusal: undefined });
	} catch (error) {
		if (controller.signal.aborted) {
			entry.isStale = true;
			end({});
			return;
		}
		entry.loadedAt = Date.now();
		end({ refusal: toRefusal(error) });
	}
}

/** Data that were refused for want of a network are read again once it is back. */
if (typeof window !== "undefined") {
	window.addEventListener("online", () =>
		markStale((resource) => entries.get(resource.key)?.snapshot.refusal?.code === "offline"),
	);
}
