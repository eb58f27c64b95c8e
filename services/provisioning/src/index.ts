import { sweep } from "./cron.ts";

export { ProvisioningService } from "./rpc.ts";
export { ProvisionExtension } from "./workflow.ts";

export default {
	fetch: () => new Response("This Worker has no public address.", { status: 404 }),
	scheduled: sweep,
} satisfies ExportedHandler<ProvisioningEnv>;
