"""`python -m ecslint`: starts the ecslint binary that was installed with this package. The binary takes the place of Python:
signals, the exit status and standard input are its own."""
import os
import sys
import sysconfig


def places():
    yield sysconfig.get_path("scripts")
    # pip install --user
    yield sysconfig.get_path("scripts", os.name + "_user")
    # pip install --target
    yield os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin")


def main():
    for place in places():
        binary = os.path.join(place, "ecslint")
        if os.path.isfile(binary):
            os.execv(binary, ["ecslint"] + sys.argv[1:])
    sys.stderr.write("ecslint: the binary is not where pip puts scripts; install the package again\n")
    # The answer cannot be trusted.
    sys.exit(2)


main()
