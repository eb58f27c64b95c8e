import type { LoadedDelivery } from "./delivery-row.ts";

export function testData(webhookId: string): object {
	return { webhookId, message: "This is a test. Nothing has happened." };
}

export function writeBody(
	{ event, eventAt }: Pick<LoadedDelivery, "event" | "eventAt">,
	data: object,
): string {
	return JSON.stringify({ type: event, timestamp: eventAt.toISOString(), data });
}
