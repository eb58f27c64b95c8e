import type { LiveEvent } from "@cloudpbx/contracts/news/live";

export function extensionEvent({ id, status }: { id: string; status: string }): LiveEvent {
	return { kind: "extension", extensionId: id, status };
}

export function numberEvents(...ids: (string | null)[]): LiveEvent[] {
	return ids.flatMap((numberId) => (numberId === null ? [] : [{ kind: "number" as const, numberId }]));
}
