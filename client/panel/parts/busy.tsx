/** A thin bar over the panel while the first check is going on. */
export const Busy = () => (
  <div class="busy" role="progressbar" aria-label="Checking the workspace">
    <i />
  </div>
);
