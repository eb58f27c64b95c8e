import type { Webhook, WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { type PagedResource, pages } from "../../../api/pages.ts";
import { type Resource, refresh } from "../../../api/resource.ts";

export const webhooks: Resource<Webhook[]> = {
	key: "webhooks",
	load: async (signal) => (await ask(() => api.webhooks.$get({}, until(signal)))).items,
};

/** The latest first. Deliveries are not announced: a button reads them again. */
export function deliveriesOf(id: string): PagedResource<WebhookDelivery> {
	return pages<WebhookDelivery>({
		key: `webhooks/${id}/deliveries`,
		loadPage: (cursor, signal) => {
			const query = { ...(cursor && { cursor }) };
			return ask(() => api.webhooks[":id"].deliveries.$get({ param: { id }, query }, until(signal)));
		},
	});
}

export async function readAgain(id: string): Promise<void> {
	await Promise.all([refresh(webhooks), refresh(deliveriesOf(id))]);
}
