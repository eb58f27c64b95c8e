import { serve } from "./serve.ts";

export { EmailService } from "./emails/email-service.ts";
export { PhoneNetwork } from "./network.ts";
export { WorkersAi } from "./workers-ai/workers-ai.ts";

export default { fetch: serve } satisfies ExportedHandler<SimulatorEnv>;
