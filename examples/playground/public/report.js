/* global addEventListener, document, parent */
// Becomes the report that the page around it sends. A report in srcdoc or a blob URL would inherit the policy of that page,
// and its links to its own places, "#...", would lead out of it.
addEventListener(
  'message',
  ({ data, source }) => {
    if (source !== parent) return;
    document.open();
    document.write(data);
    document.close();
  },
  { once: true },
);
