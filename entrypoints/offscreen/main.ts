import { browser } from "#imports";
import type { Answer } from "../../utils/messages/answers.ts";
import { validatorPort } from "../../utils/messages/answers.ts";
import ValidatorWorker from "../../workers/validator.worker.ts?worker";
import type { JobBrief } from "../../workers/validator-api.ts";
import { type HostPort, hostValidator } from "../../workers/validator-host.ts";

/** Hosts the validator in Chrome. An offscreen document has no API but runtime messages: the background briefs it. */
const serve = hostValidator({
  us: { id: browser.runtime.id, root: browser.runtime.getURL("/") },
  openWorker: () => new ValidatorWorker(),
  brief: async (request) => {
    const ask = () => browser.runtime.sendMessage(request) as Promise<Answer<JobBrief>>;
    // A background that the browser stops in the middle of its answer is started again by the next message.
    return ask().catch(ask);
  },
});

browser.runtime.onConnect.addListener((port) => {
  if (port.name === validatorPort) serve(port as unknown as HostPort);
});
