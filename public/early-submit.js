// A form that is sent before its page has come to life (a slow phone, a busy machine) would be sent by the browser
// itself: the page would load anew and what was typed be lost. It waits until React has taken it over.
const isAlive = (form) => Object.keys(form).some((key) => key.startsWith("__reactProps$"));

function sendOnceAlive(form, submitter) {
  if (!form.isConnected) return;
  // A frame later React also listens to it.
  if (isAlive(form)) requestAnimationFrame(() => form.requestSubmit(submitter));
  else setTimeout(() => sendOnceAlive(form, submitter), 50);
}

addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.hasAttribute("action") || isAlive(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendOnceAlive(form, event.submitter);
  },
  true,
);
